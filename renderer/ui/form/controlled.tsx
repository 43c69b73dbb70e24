import type { ReactNode } from 'react';
import {
  type Control,
  Controller,
  type ControllerRenderProps,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
} from 'react-hook-form';

/** What a bound field spreads into a field of renderer/ui. */
export interface Binding<Value> {
  value: Value;
  onChange: (value: Value) => void;
  onBlur: () => void;
  ref: (element: HTMLElement | null) => void;
  /** the field's path, so that `ErrorSummary` finds it */
  id: string;
  error: string | undefined;
}

interface ControlledProps<Values extends FieldValues, Name extends FieldPath<Values>, Output> {
  control: Control<Values, unknown, Output>;
  name: Name;
  /** Turns the error code of a schema or of the register into a sentence for people. */
  errorText: (code: string) => string;
  children: (field: Binding<FieldPathValue<Values, Name>>) => ReactNode;
}

/**
 * Binds one field to react-hook-form:
 * `<Controlled control={control} name="phone" errorText={text}>{(field) => <TextField label="…" {...field} />}</Controlled>`
 */
export function Controlled<Values extends FieldValues, Name extends FieldPath<Values>, Output>({
  control,
  name,
  errorText,
  children,
}: ControlledProps<Values, Name, Output>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const code = fieldState.error?.message;
        return <>{children({ ...bindingOf(field), error: code ? errorText(code) : undefined })}</>;
      }}
    />
  );
}

function bindingOf<Values extends FieldValues, Name extends FieldPath<Values>>(
  field: ControllerRenderProps<Values, Name>,
): Omit<Binding<FieldPathValue<Values, Name>>, 'error'> {
  return {
    value: field.value,
    onChange: field.onChange,
    onBlur: field.onBlur,
    ref: field.ref,
    id: field.name,
  };
}
