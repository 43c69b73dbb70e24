import { GroupsSection } from '../../features/customers/groups/groups-section.tsx';
import { KeysSection } from '../../features/keys/keys-section.tsx';
import { PriceListSection } from '../../features/price-list/price-list-section.tsx';
import { SettingsPage as Settings } from '../../features/settings/settings-page.tsx';

/** The settings, with what other features let change there. */
export function SettingsPage() {
  return <Settings keys={<KeysSection />} prices={<PriceListSection />} groups={<GroupsSection />} />;
}
