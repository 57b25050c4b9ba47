// The SDK's CloudAdapter without its own HTTP frame, which prints every refused request and shows errors to who asks.
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';

export class ChannelAdapter extends CloudAdapter {
  /** Runs one turn for an activity; rejects where the channel is not who it says it is, or the turn fails. */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}
