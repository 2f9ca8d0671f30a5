import { titled } from '../../../settings/server-tongue';
import { Keys } from '../../../setup/keys';

export const generateMetadata = titled((pages) => pages.keys);

export default function KeysPage() {
  return <Keys />;
}
