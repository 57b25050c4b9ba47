// Fetches the files of a message from where its channel keeps them: from hosts of the channel alone, in bounded size and time.
import http from 'node:http';
import https from 'node:https';
import type { Activity, Attachment } from 'botbuilder';
import type { EvidenceRules } from '../../../data/domain/case/evidence';
import { isLoopbackUrl, loopbackLookup } from '../../http/loopback';
import type { Upload } from './uploads';

export type AttachmentFetcher = (activity: Partial<Activity>) => Promise<readonly Upload[]>;

export interface FetchRules extends Pick<EvidenceRules, 'fileBytesMax' | 'filesAtOnceMax'> {
  /** In developer mode nothing but this machine is asked. */
  readonly loopbackOnly: boolean;
  /** Hosts besides the channel's own and Bot Framework's, such as that of a bank's own file store. */
  readonly hosts: readonly string[];
}

const fetchMsMax = 8_000;
const cards = /^(?:text\/|application\/vnd\.microsoft\.)/;

const isFile = ({ contentType }: Attachment): boolean => typeof contentType === 'string' && !cards.test(contentType);

/** The customer names the address: only where the channel itself keeps files is asked. */
async function mayFetch(url: URL, serviceUrl: string, { loopbackOnly, hosts }: FetchRules): Promise<boolean> {
  if (loopbackOnly) return isLoopbackUrl(url.href);
  const own = URL.canParse(serviceUrl) ? new URL(serviceUrl).hostname : '';
  const isKnown = [own, ...hosts].includes(url.hostname) || url.hostname.endsWith('.botframework.com');
  return url.protocol === 'https:' && url.hostname !== '' && isKnown;
}

export const newAttachmentFetcher =
  (rules: FetchRules): AttachmentFetcher =>
  ({ attachments = [], serviceUrl = '' }) => {
    const wanted = attachments.filter(isFile).slice(0, rules.filesAtOnceMax + 1);
    return Promise.all(wanted.map((attachment) => fetchOne(attachment, serviceUrl, rules)));
  };

const unreachable: Upload = { kind: 'refused', why: 'unreachable' };

async function fetchOne({ contentUrl, name = '' }: Attachment, serviceUrl: string, rules: FetchRules): Promise<Upload> {
  if (typeof contentUrl !== 'string') return unreachable;
  const inline = /^data:[\w.+-]+\/[\w.+-]+;base64,/.exec(contentUrl);
  if (inline !== null) {
    const bytes = Buffer.from(contentUrl.slice(inline[0].length), 'base64');
    return bytes.length > rules.fileBytesMax ? { kind: 'refused', why: 'tooLarge' } : { kind: 'read', name, bytes };
  }
  if (!URL.canParse(contentUrl)) return unreachable;
  const url = new URL(contentUrl);
  return (await mayFetch(url, serviceUrl, rules)) ? download(url, name, rules) : unreachable;
}

function download(url: URL, name: string, { fileBytesMax, loopbackOnly }: FetchRules): Promise<Upload> {
  const call = url.protocol === 'https:' ? https.get : http.get;
  return new Promise((resolve) => {
    const options = { signal: AbortSignal.timeout(fetchMsMax), ...(loopbackOnly ? { lookup: loopbackLookup } : {}) };
    const asked = call(url, options, (response) => {
      // A way on to another address is not followed: it was not the one that was looked at.
      if (response.statusCode !== 200) {
        response.destroy();
        resolve(unreachable);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= fileBytesMax) return void chunks.push(chunk);
        resolve({ kind: 'refused', why: 'tooLarge' });
        response.destroy();
      });
      response.on('end', () => resolve({ kind: 'read', name, bytes: Buffer.concat(chunks) }));
      response.on('error', () => resolve(unreachable));
    });
    asked.on('error', () => resolve(unreachable));
  });
}
