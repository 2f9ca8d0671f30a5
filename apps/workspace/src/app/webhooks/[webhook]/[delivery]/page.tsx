import { titled } from '../../../../settings/server-tongue';
import { DeliveryView } from '../../../../webhooks/delivery-view';

export const generateMetadata = titled((pages) => pages.webhookEvent);

export default async function DeliveryPage({ params }: PageProps<'/webhooks/[webhook]/[delivery]'>) {
  const { webhook, delivery } = await params;
  return <DeliveryView key={delivery} endpoint={webhook} id={delivery} />;
}
