import { titled } from '../../../settings/server-tongue';
import { Look } from '../../../setup/look';

export const generateMetadata = titled((pages) => pages.look);

export default function LookPage() {
  return <Look />;
}
