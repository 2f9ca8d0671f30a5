import { CustomerView } from '../../../customers/customer-view';
import { titled } from '../../../settings/server-tongue';

export const generateMetadata = titled(({ customers }) => customers);

export default async function CustomerPage({ params }: PageProps<'/customers/[customer]'>) {
  const { customer } = await params;
  return <CustomerView key={customer} id={customer} />;
}
