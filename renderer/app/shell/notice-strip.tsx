import { useQuery } from '@tanstack/react-query';
import type { NoticeBody, NoticeKind } from '#shared/features/notices/notice.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useFaultTexts } from '../fault-text.ts';

/** Signs of somebody doing harm; the others only inform. */
const alarming: readonly NoticeKind[] = ['audit-head-missing', 'recovery-key-used'];

/** What has happened to the person's account or duties: one at a time, the oldest first, until acknowledged. */
export function NoticeStrip() {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { data } = useQuery(client.notices.mine());
  const acknowledge = useCommand(client.notices.acknowledge);
  const notice = data?.notices[0];
  if (!notice) return null;
  const total = data.notices.length;
  return (
    <Banner
      tone={alarming.includes(notice.body.kind) ? 'stop' : 'info'}
      isSlim
      role="alert"
      actions={
        <>
          {acknowledge.error && <span role="alert">{ofError(acknowledge.error)}</span>}
          {total > 1 && <span>{t('notices:more', { number: 1, total })}</span>}
          <Button
            small
            isPending={acknowledge.isPending}
            onPress={() => acknowledge.mutate({ id: notice.id })}
          >
            {t('notices:acknowledge')}
          </Button>
        </>
      }
    >
      <b>{when(t, notice.at)}</b> {noticeText(t, notice.body)}
    </Banner>
  );
}

function noticeText(t: Translate, { kind, facts }: NoticeBody): string {
  const moment = 'at' in facts ? { date: formatDate(dateAt(facts.at)), time: formatTime(facts.at) } : {};
  return t(`notices:texts.${kind}`, { ...facts, ...moment });
}

function when(t: Translate, at: string): string {
  return t('dateAndTime', { date: formatDate(dateAt(at)), time: formatTime(at) });
}
