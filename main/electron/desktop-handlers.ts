import type { OwnClipboard } from './clipboard.ts';
import type { DesktopHandlers } from './desktop.ts';
import type { Door } from './door.ts';
import type { PreferencesFile } from './preferences.ts';
import type { RegisterKeeper } from './register-keeper.ts';
import { signOut } from './sign-out.ts';
import { applyTheme, type TitleBar } from './title-bar.ts';

interface Parts {
  door: Door;
  register: RegisterKeeper;
  preferences: PreferencesFile;
  titleBar: TitleBar;
  clipboard: OwnClipboard;
  development: boolean;
}

export function desktopHandlers(parts: Parts): DesktopHandlers {
  const { door, register, preferences, titleBar, clipboard, development } = parts;
  return {
    start: () => ({
      preferences: preferences.value,
      development,
      isSignedIn: door.person !== null,
      door: door.closed,
    }),
    painted: () => {
      register.prepare();
      return {};
    },
    savePreferences: async (chosen) => {
      applyTheme(chosen.theme);
      await preferences.save(chosen);
      return {};
    },
    door: () => door.closed,
    titleBar: ({ tone }) => {
      titleBar.setTone(tone);
      return {};
    },
    formsKept: ({ form }) => {
      door.formsKept(form);
      return {};
    },
    lock: async () => {
      await door.close('locked-by-user');
      return {};
    },
    signOut: async () => {
      await signOut(door, register);
      return {};
    },
    activity: () => {
      door.idle.activity();
      return {};
    },
    copyText: async ({ text }) => {
      await clipboard.write(text);
      return {};
    },
  };
}
