import { notFound } from 'next/navigation';
import { currentPlace } from '../../../../brands/request';
import { env } from '../../../../env';
import { deskOf } from '../../../../lobby/addresses';
import { DeskDoor } from '../../../../lobby/desk-door';

export default async function Desk() {
  await currentPlace();
  const settings = env();
  if (!settings.COUNTERSIGN_DEMO) notFound();
  return <DeskDoor to={deskOf(settings)} />;
}
