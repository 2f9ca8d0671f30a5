import { NothingChosen } from '../../connections/nothing-chosen';
import { titled } from '../../settings/server-tongue';

export const generateMetadata = titled((pages) => pages.connections);

export default function ConnectionsPage() {
  return <NothingChosen />;
}
