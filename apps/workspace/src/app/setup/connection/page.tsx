import { titled } from '../../../settings/server-tongue';
import { Connections } from '../../../setup/connections';

export const generateMetadata = titled((pages) => pages.connections);

export default function ConnectionsPage() {
  return <Connections />;
}
