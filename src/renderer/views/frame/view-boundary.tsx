import { Component, type ReactNode } from 'react';
import { FaultState } from '../states/states';

interface Props {
  /** What tells one view from another: a new one is tried anew. */
  readonly view: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: string | null;
  readonly detail: string;
}

/** Keeps a view that cannot be drawn from taking the window with it: a sentence, and the rail leads on. */
export class ViewBoundary extends Component<Props, State> {
  override state: State = { failed: null, detail: '' };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { detail: String(error) };
  }

  override componentDidCatch(): void {
    this.setState({ failed: this.props.view });
  }

  override componentDidUpdate({ view }: Props): void {
    if (view !== this.props.view && this.state.detail !== '') this.setState({ failed: null, detail: '' });
  }

  override render(): ReactNode {
    if (this.state.detail === '') return this.props.children;
    return (
      <FaultState
        title="这个界面没能显示"
        fault={{
          code: 'view-failed',
          subject: '这个界面',
          reason: '里面有一处内容读不懂',
          remedy: '请从左边换一个界面，或者再试一次；还是不行，请把下面这句话告诉我们',
          detail: this.state.detail,
        }}
        facts={[['您的批注', '都在，没有改动']]}
        actions={
          <button className="button primary" onClick={() => this.setState({ failed: null, detail: '' })}>
            再试一次
          </button>
        }
      />
    );
  }
}
