import type { TourGuide } from './tour-guide.ts';

/** By the key of its tab, whose number depends on the person's roles. */
export async function openView({ page, keys }: TourGuide, name: string): Promise<void> {
  const tabs = await page.getByRole('navigation').getByRole('link').allTextContents();
  await keys.press(`Control+${tabs.findIndex((text) => text.startsWith(name)) + 1}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
