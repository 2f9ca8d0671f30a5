import { NobodyChosen } from '../../customers/nobody-chosen';
import { titled } from '../../settings/server-tongue';

export const generateMetadata = titled(({ customers }) => customers);

export default function CustomersPage() {
  return <NobodyChosen />;
}
