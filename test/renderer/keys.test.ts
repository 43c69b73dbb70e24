import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeyMap, type ViewKey } from '#renderer/app/keys/key-map.ts';
import { barOrder, isKey, isPlainKey, keycaps } from '#renderer/app/keys/key-name.ts';
import { TypeAhead } from '#renderer/app/keys/type-ahead.ts';

function press(key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const nothingHeld = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
  return { key, code: '', target: null, ...nothingHeld, ...held } as KeyboardEvent;
}

describe('a key name', () => {
  test('means the key with exactly its chord', () => {
    expect(isKey(press('F4'), 'F4')).toBe(true);
    expect(isKey(press('F4', { altKey: true }), 'F4')).toBe(false);
    expect(isKey(press('Enter', { ctrlKey: true }), 'Ctrl+Enter')).toBe(true);
    expect(isKey(press('Enter'), 'Ctrl+Enter')).toBe(false);
    expect(isKey(press('Escape'), 'Esc')).toBe(true);
    expect(isKey(press('s'), 'S')).toBe(true);
  });

  test('means Cmd where the keyboard has Cmd in place of Ctrl', () => {
    expect(isKey(press('l', { metaKey: true }), 'Ctrl+L')).toBe(true);
  });

  test('finds a digit also where Alt turns it into another character', () => {
    expect(isKey(press('¡', { code: 'Digit1', altKey: true }), 'Alt+1')).toBe(true);
  });

  test('is the sign that is written with a digit’s key and Shift, not the digit', () => {
    const percent = press('%', { code: 'Digit5', shiftKey: true });
    expect(isKey(percent, '%')).toBe(true);
    expect(isKey(percent, '5')).toBe(false);
  });

  test('is drawn as keycaps', () => {
    expect(keycaps('Ctrl+Enter')).toEqual(['Ctrl', 'Enter']);
    expect(keycaps('F4')).toEqual(['F4']);
  });

  test('puts the function keys first on the bar and the list of all keys last', () => {
    const names = ['F1', 'Esc', 'Ctrl+Enter', 'F10', 'F2'];
    expect(names.sort((a, b) => barOrder(a) - barOrder(b))).toEqual(['F2', 'F10', 'Ctrl+Enter', 'Esc', 'F1']);
  });

  test('is plain when a field or a list may want it itself', () => {
    expect(['1', 'S', 'Esc', 'Enter'].every(isPlainKey)).toBe(true);
    expect(['F2', 'Ctrl+Enter', 'Alt+1'].some(isPlainKey)).toBe(false);
  });
});

describe('the keyboard map', () => {
  const key = (keys: string, label: string, more: Partial<ViewKey> = {}): ViewKey => ({
    keys,
    label,
    action: () => undefined,
    ...more,
  });

  test('gives a key to the view that opened last, and back when it closes', () => {
    const map = new KeyMap();
    map.put('card', { place: 'here', keys: [key('F6', 'card')] });
    map.put('panel', { place: 'here', keys: [key('F6', 'panel')] });
    expect(map.find(press('F6'), 'capture', false)?.label).toBe('panel');
    map.remove('panel');
    expect(map.find(press('F6'), 'capture', false)?.label).toBe('card');
  });

  test('gives a message’s own key to the message while it stands, also when a view opens after it', () => {
    const map = new KeyMap();
    map.put('message', { place: 'here', isMessage: true, keys: [key('F9', 'message')] });
    map.put('card', { place: 'here', keys: [key('F9', 'card')] });
    expect(map.find(press('F9'), 'capture', false)?.label).toBe('message');
    map.put('message', { place: 'here', isMessage: true, keys: [] });
    expect(map.find(press('F9'), 'capture', false)?.label).toBe('card');
  });

  test('lets only the keys of the dialog and the lock act while a dialog is open', () => {
    const map = new KeyMap();
    const lock = key('Ctrl+L', 'lock', { inDialog: true });
    map.put('frame', { place: 'everywhere', keys: [lock, key('F3', 'new')] });
    expect(map.find(press('F3'), 'capture', true)).toBeUndefined();
    expect(map.find(press('l', { ctrlKey: true }), 'capture', true)?.label).toBe('lock');
  });

  test('tells its readers only when something on the screen changes', () => {
    const map = new KeyMap();
    let told = 0;
    map.subscribe(() => {
      told += 1;
    });
    map.put('card', { place: 'here', keys: [key('F6', 'Kirjaa suostumus')] });
    map.put('card', { place: 'here', keys: [key('F6', 'Kirjaa suostumus')] });
    expect(told).toBe(1);
    map.put('card', { place: 'here', keys: [key('F6', 'Kirjaa suostumus', { isEnabled: false })] });
    expect(told).toBe(2);
  });
});

describe('keys pressed while the next screen is on its way', () => {
  const pressed: string[] = [];
  const typeAhead = () => new TypeAhead(({ key }) => void pressed.push(key));

  beforeEach(() => {
    pressed.length = 0;
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  test('act on that screen, one after the other', async () => {
    const keys = typeAhead();
    let show = () => {};
    keys.until(new Promise<void>((resolve) => (show = resolve)));
    expect(['F4', '7'].map((key) => keys.takes(press(key)))).toEqual([true, true]);
    expect(pressed).toEqual([]);
    show();
    await vi.runAllTimersAsync();
    expect(pressed).toEqual(['F4', '7']);
    expect(keys.takes(press('F4'))).toBe(false);
  });

  test('wait also for the screen that the first of them opens', async () => {
    let show = () => {};
    const second = new Promise<void>((resolve) => (show = resolve));
    const keys: TypeAhead = new TypeAhead(({ key }) => {
      pressed.push(key);
      if (key === 'F4') keys.until(second);
    });
    keys.until(Promise.resolve());
    keys.takes(press('F4'));
    keys.takes(press('7'));
    await vi.advanceTimersByTimeAsync(100);
    expect(pressed).toEqual(['F4']);
    show();
    await vi.runAllTimersAsync();
    expect(pressed).toEqual(['F4', '7']);
  });

  test('leave texts to the field that has the focus', () => {
    const keys = typeAhead();
    keys.until(new Promise(() => {}));
    const taken = ['m', '7', 'Tab', 'Enter'].map((key) => keys.takes(press(key)));
    expect(taken).toEqual([false, false, false, false]);
  });

  test('act on the screen that stays, when something is asked before it is left', () => {
    const keys = typeAhead();
    keys.until(new Promise(() => {}));
    keys.takes(press('F4'));
    keys.giveUp();
    expect(keys.takes(press('F4'))).toBe(false);
    expect(pressed).toEqual([]);
  });

  test('are let go of when the screen does not come', async () => {
    const keys = typeAhead();
    keys.until(new Promise(() => {}));
    keys.takes(press('F4'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(pressed).toEqual([]);
    expect(keys.takes(press('F4'))).toBe(false);
    keys.until(Promise.reject(new Error('no such customer')));
    keys.takes(press('F4'));
    await vi.runAllTimersAsync();
    expect(pressed).toEqual([]);
  });
});
