import { createRootRoute, createRoute, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { client } from '../api/client.ts';
import { WordingsPage } from '../features/consents/wordings/wordings-page.tsx';
import { PriceListPage } from '../features/price-list/price-list-page.tsx';
import { useMay } from './access.ts';
import { BrokenPage, NotFoundPage } from './broken-page.tsx';
import { AccountsPage } from './pages/accounts-page.tsx';
import { AuditLogPage } from './pages/audit-log-page.tsx';
import { CustomerCardPage } from './pages/customer-card-page.tsx';
import { CustomersPage } from './pages/customers-page.tsx';
import { EditCustomerPage } from './pages/edit-customer-page.tsx';
import { FeedbackPage } from './pages/feedback-page.tsx';
import { GroupsPage } from './pages/groups-page.tsx';
import { NewCustomerPage } from './pages/new-customer-page.tsx';
import { SettingsPage } from './pages/settings-page.tsx';
import { VisitsDayPage } from './pages/visits-day-page.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({
  component: Shell,
  errorComponent: BrokenPage,
  notFoundComponent: NotFoundPage,
});

/** The first tab that the person's roles open. */
function Home() {
  const may = useMay();
  return <Navigate to={may(client.customers.search) ? '/customers' : '/settings'} replace />;
}

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

/** List and card: the list stays while cards and their tabs change in the outlet. */
const customers = createRoute({ getParentRoute: () => root, path: '/customers', component: CustomersPage });
const customersEmpty = createRoute({ getParentRoute: () => customers, path: '/' });
const customerCard = createRoute({
  getParentRoute: () => customers,
  path: '$customerId/$tab',
  component: CustomerCardPage,
});

const newCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/new',
  component: NewCustomerPage,
});
const editCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/edit',
  component: EditCustomerPage,
});

const groups = createRoute({ getParentRoute: () => root, path: '/customers/groups', component: GroupsPage });
const group = createRoute({
  getParentRoute: () => root,
  path: '/customers/groups/$groupId',
  component: GroupsPage,
});

const visitsOfDay = createRoute({ getParentRoute: () => root, path: '/visits', component: VisitsDayPage });
const feedback = createRoute({
  getParentRoute: () => root,
  path: '/visits/feedback',
  component: FeedbackPage,
});
const wordings = createRoute({ getParentRoute: () => root, path: '/wordings', component: WordingsPage });
const audit = createRoute({ getParentRoute: () => root, path: '/audit', component: AuditLogPage });
const users = createRoute({ getParentRoute: () => root, path: '/users', component: AccountsPage });
const priceList = createRoute({
  getParentRoute: () => root,
  path: '/settings/price-list',
  component: PriceListPage,
});
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });

/** Read now and then, so its text and pictures are loaded when it is opened. */
const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  component: lazyRouteComponent(() => import('../features/guide/guide-page.tsx'), 'GuidePage'),
});

/** For the makers: every component in all its states. */
const components = createRoute({
  getParentRoute: () => root,
  path: '/components',
  component: lazyRouteComponent(() => import('./component-gallery.tsx'), 'ComponentGallery'),
});

/** Every screen of the program; a feature's pages are named here and nowhere else. */
export const routeTree = root.addChildren([
  home,
  customers.addChildren([customersEmpty, customerCard]),
  newCustomer,
  editCustomer,
  groups,
  group,
  visitsOfDay,
  feedback,
  wordings,
  audit,
  users,
  priceList,
  settings,
  guide,
  components,
]);
