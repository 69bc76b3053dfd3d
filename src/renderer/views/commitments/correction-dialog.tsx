import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { PlacedCorrection } from '../../../shared/anchor';
import type { Verdict } from '../../../shared/report';
import { comboOf } from '../../commands/keys';
import { JUDGED, UNJUDGED } from '../../../shared/ledger';
import { standingWords, VerdictMark } from '../parts/verdict-mark';
import { useModal } from '../parts/modal';

function VerdictChoice({
  verdict,
  chosen,
  onChoose,
}: {
  readonly verdict: Verdict;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <label className="correction-choice">
      <input type="radio" name="verdict" value={verdict} checked={chosen} onChange={onChoose} />
      <VerdictMark standing={verdict} />
      {standingWords(verdict)}
    </label>
  );
}

function Foot({
  corrected,
  onClose,
  onWithdraw,
}: {
  readonly corrected: boolean;
  readonly onClose: () => void;
  readonly onWithdraw: () => void;
}): ReactNode {
  return (
    <div className="correction-foot">
      <button type="button" className="button" onClick={onClose}>
        取消
      </button>
      {corrected && (
        <button type="button" className="button" onClick={onWithdraw}>
          撤回更正
        </button>
      )}
      <button type="submit" className="button primary">
        存上
      </button>
    </div>
  );
}

/** 更正结论: the reader's verdict and the reason for it, kept as a note. */
export function CorrectionDialog({
  name,
  verdict: given,
  correction,
  onSave,
  onWithdraw,
  onClose,
}: {
  /** What the verdict is on. */
  readonly name: string;
  /** The verdict as it stands. */
  readonly verdict: Verdict;
  readonly correction: PlacedCorrection | null;
  readonly onSave: (verdict: Verdict, reason: string) => void;
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const dialog = useModal();
  const [verdict, setVerdict] = useState<Verdict>(given);
  const [reason, setReason] = useState(correction?.reason ?? '');
  const onKeyDown = (event: KeyboardEvent) => {
    if (comboOf(event) !== 'Ctrl+Enter') return;
    event.preventDefault();
    onSave(verdict, reason.trim());
  };
  return (
    <dialog
      ref={dialog}
      className="layer correction"
      aria-labelledby="correction-title"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(verdict, reason.trim());
        }}
      >
        <h2 id="correction-title">更正“{name}”的结论</h2>
        <fieldset>
          <legend>结论</legend>
          <div className="correction-choices">
            {[...JUDGED, ...UNJUDGED].map((choice) => (
              <VerdictChoice
                key={choice}
                verdict={choice}
                chosen={choice === verdict}
                onChoose={() => setVerdict(choice)}
              />
            ))}
          </div>
        </fieldset>
        <label className="correction-reason">
          <span>理由</span>
          <textarea
            className="field"
            rows={3}
            placeholder="为什么这样判。会记在笔记本里，也印在对照表上"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <Foot corrected={correction !== null} onClose={onClose} onWithdraw={onWithdraw} />
      </form>
    </dialog>
  );
}
