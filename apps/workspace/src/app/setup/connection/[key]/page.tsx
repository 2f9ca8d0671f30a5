import { titled } from '../../../../settings/server-tongue';
import { EditConnection } from '../../../../setup/edit-connection';

export const generateMetadata = titled((pages) => pages.connection);

export default async function EditConnectionPage({ params }: PageProps<'/setup/connection/[key]'>) {
  return <EditConnection connection={(await params).key} />;
}
