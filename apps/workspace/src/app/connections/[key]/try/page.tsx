import { titled } from '../../../../settings/server-tongue';
import { TesterView } from '../../../../tester/tester-view';

export const generateMetadata = titled((pages) => pages.tryToken);

export default async function TesterPage({ params }: PageProps<'/connections/[key]/try'>) {
  const { key } = await params;
  return <TesterView connectionKey={key} />;
}
