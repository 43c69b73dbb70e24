import type { Locator, Page } from 'playwright';

/** Once round every field of the largest form, and some. */
const mostTabs = 100;
const mostArrows = 12;

/** The only way in which the tour touches the app: keys, counted. A chord such as Ctrl+Enter counts as one. */
export class Keyboard {
  readonly #page: Page;
  #pressed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  get pressed(): number {
    return this.#pressed;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.#page.keyboard.press(key);
      this.#pressed += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    this.#pressed += [...text].length;
  }

  /** Writes into the field that Tab leads to, over what it holds. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.goTo(field);
    if ((await field.inputValue()) !== '') await this.press('Control+a');
    await this.type(text);
  }

  /** Tab by Tab to what is to have the focus. @throws when Tab does not lead there */
  async goTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs <= mostTabs; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to ${target}`);
  }

  /** To a button, and presses it. */
  async push(button: Locator): Promise<void> {
    await this.goTo(button);
    await this.press('Enter');
  }

  /** To a group of choices, and with the arrows to this one. */
  async choose(radio: Locator): Promise<void> {
    await radio.waitFor({ state: 'attached' });
    const isInGroup = () =>
      radio.evaluate((element) => {
        const group = element.closest('[role=radiogroup]');
        return group?.contains(document.activeElement) ?? false;
      });
    for (let tabs = 0; !(await isInGroup()); tabs += 1) {
      if (tabs > mostTabs) throw new Error(`Tab does not lead to the choices with ${radio}`);
      await this.press('Tab');
    }
    for (let arrows = 0; !(await radio.isChecked()); arrows += 1) {
      if (arrows > mostArrows) throw new Error(`the arrows do not lead to ${radio}`);
      const isFocused = await radio.evaluate((element) => element === document.activeElement);
      await this.press(isFocused ? 'Space' : 'ArrowRight');
    }
  }

  /** To a box, and ticks it. */
  async tick(box: Locator): Promise<void> {
    await this.goTo(box);
    await this.press('Space');
  }
}
