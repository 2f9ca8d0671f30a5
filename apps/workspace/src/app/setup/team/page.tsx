import { titled } from '../../../settings/server-tongue';
import { Team } from '../../../setup/team';

export const generateMetadata = titled((pages) => pages.team);

export default function TeamPage() {
  return <Team />;
}
