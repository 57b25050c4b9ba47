// The yardstick: the smallest bot on the same stack (restify, CloudAdapter) that says back what it heard. Prints its port.
import type { AddressInfo } from 'node:net';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  await adapter.process({ method: 'POST', headers: { ...req.headers }, body: req.body }, res, async (context) => {
    if (context.activity.type === ActivityTypes.Message) await context.sendActivity(`echo ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`);
});
