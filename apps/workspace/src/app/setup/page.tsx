import { titled } from '../../settings/server-tongue';
import { Overview } from '../../setup/overview';

export const generateMetadata = titled((pages) => pages.setup);

export default function OverviewPage() {
  return <Overview />;
}
