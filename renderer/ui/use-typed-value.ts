import { useState } from 'react';

interface TypedText {
  text: string;
  onTextChange: (text: string) => void;
  /** call when the field loses the focus: writes the value out in its proper form */
  tidy: () => void;
}

/**
 * A field whose value is not its text (cents, ISO date). What the person types stays as typed until the field is
 * left; a value that arrives from outside replaces it. `parse` and `format` must be each other's inverse for
 * values that parse well; for the rest `format` gives the text to keep.
 */
export function useTypedValue<Value>(
  value: Value,
  onChange: (value: Value) => void,
  parse: (text: string) => Value,
  format: (value: Value) => string,
): TypedText {
  const [typed, setTyped] = useState(() => format(value));
  const isOwn = Object.is(parse(typed), value);
  return {
    text: isOwn ? typed : format(value),
    onTextChange: (text) => {
      setTyped(text);
      onChange(parse(text));
    },
    tidy: () => {
      const tidied = format(value);
      if (isOwn && Object.is(parse(tidied), value)) setTyped(tidied);
    },
  };
}
