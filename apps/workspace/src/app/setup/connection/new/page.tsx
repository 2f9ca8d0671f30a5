import { titled } from '../../../../settings/server-tongue';
import { Wizard } from '../../../../setup/wizard/wizard';

export const generateMetadata = titled((pages) => pages.newConnection);

export default function WizardPage() {
  return <Wizard />;
}
