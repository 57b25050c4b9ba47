// A language model's address that answers as it is told: whole, slowly, with rubbish, or not at all. It keeps what it was asked.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const askedSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ type: z.literal('json_schema') }),
});
export type Asked = z.infer<typeof askedSchema> & { readonly key: string | undefined };

export const saying = (content: string) => (response: ServerResponse) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
};
/** Another status than 200, and where to go instead. */
export const status = (code: number, location?: string) => (response: ServerResponse) => {
  response.statusCode = code;
  if (location !== undefined) response.setHeader('Location', location);
  response.end();
};
export const reading = (...acts: readonly object[]) => saying(JSON.stringify({ acts }));

export async function fakeModel() {
  const asked: Asked[] = [];
  let answer: (response: ServerResponse) => void = saying('{}');
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push({ ...askedSchema.parse(JSON.parse(body)), key: request.headers.authorization });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answers(next: (response: ServerResponse) => void) {
      answer = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
