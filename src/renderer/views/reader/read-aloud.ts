import { useCallback, useEffect, useState, type RefObject } from 'react';
import { rangeContains, type Range, type Report } from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import { clearHighlight, paint } from '../text/highlight';
import { mapText } from '../text/text-map';

/** Gives the system's own voice for Chinese; one of a service on the network never reads anything. */
export const localVoice = (voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null => {
  const chinese = voices.filter(({ localService, lang }) => localService && /^(?:zh|cmn)\b/iu.test(lang));
  return chinese.find(({ lang }) => /CN|Hans/iu.test(lang)) ?? chinese[0] ?? null;
};

/** The sentences from a place on, or those of a passage. */
export const sentencesOf = (
  { sentences }: Pick<Report, 'sentences'>,
  from: Range,
  onward: boolean,
): readonly Range[] => {
  const ranges = sentences.map(({ range }) => range);
  if (onward) return ranges.filter(({ end }) => end > from.start);
  const within = ranges.filter((range) => rangeContains(from, range));
  return within.length > 0 ? within : [from];
};

const useVoice = (): SpeechSynthesisVoice | null => {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const look = (): void => setVoice(localVoice(speechSynthesis.getVoices()));
    look();
    // The system tells its voices a while after it was first asked.
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  return voice;
};

const mark = (pane: HTMLElement | null, range: Range): void => {
  if (!pane?.querySelector('.text [data-start]')) return;
  const map = mapText(pane);
  paint('aloud', map, [range]);
  map.toDom(range)?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
};

export interface ReadAloud {
  /** False where the system has no Chinese voice of its own. */
  readonly able: boolean;
  readonly speaking: boolean;
  /** Reads a passage, or from its beginning on; whatever was read before stops. */
  readonly read: (from: Range, onward: boolean) => void;
  readonly stop: () => void;
}

/** Reads a report aloud, sentence by sentence, the one that is heard being marked. */
export const useReadAloud = (report: Report, pane: RefObject<HTMLElement | null>): ReadAloud => {
  const voice = useVoice();
  const [queue, setQueue] = useState<readonly Range[]>([]);
  const current = queue[0];
  useEffect(() => {
    if (!current || !voice) return undefined;
    const spoken = new SpeechSynthesisUtterance(report.clean.slice(current.start, current.end));
    spoken.voice = voice;
    spoken.lang = voice.lang;
    const next = (): void => setQueue((rest) => (rest[0] === current ? rest.slice(1) : rest));
    spoken.addEventListener('end', next);
    // What cannot be spoken must not be tried for ever.
    const giveUp = (): void => setQueue((rest) => (rest[0] === current ? [] : rest));
    spoken.addEventListener('error', giveUp);
    mark(pane.current, current);
    speechSynthesis.speak(spoken);
    return () => {
      spoken.removeEventListener('end', next);
      spoken.removeEventListener('error', giveUp);
      speechSynthesis.cancel();
      clearHighlight('aloud');
    };
  }, [current, voice, report, pane]);
  const stop = useCallback(() => setQueue([]), []);
  const speaking = current !== undefined;
  useCommands({
    dismiss: () => {
      if (!speaking) return false;
      stop();
      return true;
    },
  });
  return {
    able: voice !== null,
    speaking,
    read: (from, onward) => setQueue(sentencesOf(report, from, onward)),
    stop,
  };
};
