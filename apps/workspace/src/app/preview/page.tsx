import { titled } from '../../settings/server-tongue';
import { PreviewFrame } from '../../setup/preview-frame';

export const generateMetadata = titled((pages) => pages.preview);

export default function PreviewPage() {
  return <PreviewFrame />;
}
