// The demo side panel of the local page: short messages that were not really sent, and people to play. Developer mode only.
import type { Request } from 'restify';
import type { PersonaCard } from '../../../data/seed/persona';
import { isLoopbackAddress } from '../../http/loopback';
import { forbidden, sendJson } from '../../http/problem';
import { bearerOf, type Route } from '../../http/route';
import type { Claims } from '../directLine/tokens';

export interface DemoMessage {
  readonly text: string;
  readonly maskedPhone: string;
  readonly sentAt: string;
}

export interface DemoParts {
  readonly people: readonly PersonaCard[];
  claimsOf(token: string): Claims;
  /** Short messages that this conversation caused, newest first. */
  messagesOf(conversationId: string): Promise<readonly DemoMessage[]>;
}

/** This machine only, under a name of this machine: a foreign page cannot reach it by a name that it points here. */
function assertLocal(req: Request): void {
  const host = (req.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const isLocalName = host === 'localhost' || isLoopbackAddress(host);
  if (!isLocalName || !isLoopbackAddress(req.socket.remoteAddress ?? ''))
    throw forbidden('The demo is shown on this machine only.');
}

export function demoRoutes({ people, claimsOf, messagesOf }: DemoParts): Route[] {
  return [
    {
      method: 'get',
      path: '/demo/people',
      access: 'thisMachine',
      handler: (req, res) => {
        assertLocal(req);
        sendJson(res, 200, { people });
      },
    },
    {
      method: 'get',
      path: '/demo/phone',
      access: 'conversation',
      handler: async (req, res) => {
        assertLocal(req);
        const { conversationId } = claimsOf(bearerOf(req));
        sendJson(res, 200, { messages: await messagesOf(conversationId) });
      },
    },
    {
      // For who has no token of the page: the played WeChat phone, and the terminal.
      method: 'get',
      path: '/demo/phone/:conversationId',
      access: 'thisMachine',
      handler: async (req, res) => {
        assertLocal(req);
        sendJson(res, 200, { messages: await messagesOf(String(req.params.conversationId)) });
      },
    },
  ];
}
