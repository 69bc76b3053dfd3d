import { useEffect, useState, type ReactNode } from 'react';
import { useToast, useWhole } from '../../state/app';
import { droppedFiles } from './dropped-files';
import './drop-target.css';

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Where files are let go, anywhere on the window: they go to the import, and never open in place of the reader. */
export function DropTarget(): ReactNode {
  const whole = useWhole();
  const show = useToast((state) => state.show);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      const files = droppedFiles(event.dataTransfer);
      void Promise.all([whole, files]).then(
        ([app, dropped]) => app.imports.getState().add(dropped),
        () => show({ text: '拖来的文件读不出来，请用“打开报告…”再试' }),
      );
    };
    const listeners = [
      ['dragover', onOver],
      ['dragleave', onLeave],
      ['drop', onDrop],
    ] as const;
    for (const [name, listener] of listeners) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener);
    };
  }, [whole, show]);
  if (!over) return null;
  return (
    <div className="drop-target" role="status">
      <div className="drop-words">
        <p>松开，放上书架</p>
        <p className="caption">Word、PDF、网页、表格、纯文本、压缩包，或整个文件夹</p>
      </div>
    </div>
  );
}
