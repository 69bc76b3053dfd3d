import { useState, type ChangeEvent, type CompositionEvent } from 'react';

type Field = HTMLInputElement;

/**
 * Props of a text field that tells only what is written: pinyin on its way to a character stays in the field,
 * and is told once the input method has put the character there.
 */
export const useTyping = (value: string, onTyped: (value: string) => void) => {
  const [composed, setComposed] = useState<string | null>(null);
  const told = (text: string) => {
    setComposed(null);
    onTyped(text);
  };
  return {
    value: composed ?? value,
    onChange: ({ currentTarget, nativeEvent }: ChangeEvent<Field>) => {
      if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setComposed(currentTarget.value);
      else told(currentTarget.value);
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<Field>) => told(currentTarget.value),
  };
};
