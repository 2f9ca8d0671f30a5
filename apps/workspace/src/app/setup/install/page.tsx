import { titled } from '../../../settings/server-tongue';
import { Install } from '../../../setup/install';

export const generateMetadata = titled((pages) => pages.install);

export default function InstallPage() {
  return <Install />;
}
