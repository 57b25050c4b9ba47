// POST /handoff/activities: the contact centre's statuses, and its agents' words, which pass the same guard as our own.
import type { Request } from 'restify';
import { localTime } from '../../../../data/domain/calendar/calendar';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { HubConfig } from '../../../config/staffConfig';
import { badRequest, HttpProblem, notFound, sendJson } from '../../../http/problem';
import { readJsonObject } from '../../../http/readBody';
import { bearerOf, type Route } from '../../../http/route';
import { sameToken } from '../../../http/sameToken';
import { staffAudit } from '../../staffParts';
import type { Desk } from '../desk';
import { judgeAtDesk } from '../words/judgeAtDesk';
import type { Hub } from './hub';
import { type HubActivity, hubActivitySchema } from './hubActivities';

function assertOurs(req: Request, { secret }: HubConfig): void {
  if (!sameToken(bearerOf(req), secret))
    throw new HttpProblem(401, 'Unauthorized', 'Show the secret that both sides know.');
}

interface HubAnswer {
  readonly status: number;
  readonly body: object;
}

async function takeStatus(hub: Hub, activity: Extract<HubActivity, { type: 'event' }>): Promise<HubAnswer> {
  const outcome = await hub.status(activity);
  if (outcome.kind === 'notFound') throw notFound('There is no such conversation at the desk.');
  if (outcome.kind === 'done') return { status: 200, body: { status: outcome.kept.record.status } };
  const { status } = outcome.kept.record;
  return { status: 409, body: { error: { code: 'WrongStatus', message: `The conversation is ${status}.` } } };
}

async function takeWords(desk: Desk, hub: Hub, { id, conversation, text }: Extract<HubActivity, { type: 'message' }>) {
  const { parts } = desk;
  const record = await parts.repositories.deskConversations.get(conversation.id);
  if (record === undefined) throw notFound('There is no such conversation at the desk.');
  const { actor } = hub;
  return desk.inLine(record, async (): Promise<HubAnswer> => {
    const now = await parts.repositories.deskConversations.get(conversation.id);
    if (now?.status !== 'external')
      return { status: 409, body: { error: { code: 'WrongStatus', message: 'The conversation is not yours.' } } };
    const today = localTime(actor.now, parts.data.bank.timeZone).date;
    const { blocks, holds } = await judgeAtDesk(parts, now, text, today);
    // Nobody of ours can be asked there: what is held here is not taken.
    const problems = [...blocks, ...holds];
    const inputs = { caseNumber: now.caseNumber, from: 'hub' };
    if (problems.length > 0) {
      const reasons = problems.map(({ message }) => message['en-US']);
      await parts.store.transaction([
        staffAudit(parts, actor, 'guardBlocked', inputs, { reasons }, now.conversationId),
      ]);
      parts.metrics.count('guardBlocks');
      return { status: 422, body: { error: { code: 'GuardBlocked', message: reasons.join('\n') } } };
    }
    try {
      const audit = staffAudit(parts, actor, 'desk.said', inputs, {}, now.conversationId);
      const { delivered } = await desk.say(now, text, 'agent', `hub/${id}`, actor, [audit]);
      return { status: 200, body: { id, delivered } };
    } catch (error) {
      // The same activity a second time: it was said once.
      if (error instanceof VersionConflict) return { status: 200, body: { id, delivered: true } };
      throw error;
    }
  });
}

export const hubRoutes = (config: HubConfig, desk: Desk, hub: Hub): Route[] => [
  {
    method: 'post',
    path: '/handoff/activities',
    access: 'contactCentre',
    handler: async (req, res) => {
      assertOurs(req, config);
      const read = hubActivitySchema.safeParse(await readJsonObject(req));
      if (!read.success) throw badRequest('Send a handoff.status event or a message, with its conversation.');
      const activity = read.data;
      const { status, body } =
        activity.type === 'event' ? await takeStatus(hub, activity) : await takeWords(desk, hub, activity);
      sendJson(res, status, body);
    },
  },
];
