import { describe, expect, test } from 'vitest';
import { isKey, keycaps } from '#renderer/app/keys/key-name.ts';

const pressed = (parts: Partial<KeyboardEvent>) =>
  ({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...parts,
  }) as KeyboardEvent;

describe('a key by its name on the screen', () => {
  test('plus is a key of its own, with Shift or without as the layout has it', () => {
    expect(keycaps('+')).toEqual(['+']);
    expect(isKey(pressed({ key: '+', code: 'Minus' }), '+')).toBe(true);
    expect(isKey(pressed({ key: '+', code: 'Equal', shiftKey: true }), '+')).toBe(true);
    expect(isKey(pressed({ key: '+', ctrlKey: true }), '+')).toBe(false);
  });

  test('a chord needs exactly its keys', () => {
    expect(keycaps('Ctrl+Enter')).toEqual(['Ctrl', 'Enter']);
    expect(isKey(pressed({ key: 'Enter', ctrlKey: true }), 'Ctrl+Enter')).toBe(true);
    expect(isKey(pressed({ key: 'Enter', ctrlKey: true, shiftKey: true }), 'Ctrl+Enter')).toBe(false);
    expect(isKey(pressed({ key: 'Enter' }), 'Ctrl+Enter')).toBe(false);
  });

  test('a digit is known by its place when Alt changes its character', () => {
    expect(isKey(pressed({ key: '™', code: 'Digit2', altKey: true }), 'Alt+2')).toBe(true);
    expect(isKey(pressed({ key: '2', code: 'Numpad2' }), '2')).toBe(true);
  });
});
