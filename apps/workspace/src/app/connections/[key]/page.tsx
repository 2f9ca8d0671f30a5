import { ConnectionView } from '../../../connections/connection-view';
import { titled } from '../../../settings/server-tongue';

export const generateMetadata = titled((pages) => pages.connection);

export default async function ConnectionPage({ params }: PageProps<'/connections/[key]'>) {
  const { key } = await params;
  return <ConnectionView key={key} connectionKey={key} />;
}
