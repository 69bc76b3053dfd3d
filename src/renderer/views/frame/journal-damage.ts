import { useEffect, useState } from 'react';
import type { JournalHead } from '../../../shared/host';
import { useApp } from '../../state/app';

/** Gives what is told of lines of the journal that cannot be read; they are kept, so that somebody else can look at them. */
const damageWords = ({ damaged, path }: Pick<JournalHead, 'damaged' | 'path'>): string =>
  `批注日志里有 ${damaged} 行读不懂，可能被别的程序改过。它们原样留在 ${path}.damaged；其余的批注都在。`;

/** The sentence for a journal with unreadable lines; null where all of it can be read. */
export const useJournalDamage = (): string | null => {
  const { host } = useApp();
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void host.journal.head().then((head) => {
      if (!gone && head.ok && head.value.damaged > 0) setWords(damageWords(head.value));
    });
    return () => {
      gone = true;
    };
  }, [host]);
  return words;
};
