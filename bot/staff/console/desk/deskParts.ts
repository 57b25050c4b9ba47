// What the desk's handlers are made with.
import type { AgentWatch } from '../../desk/agentWatch';
import type { Desk } from '../../desk/desk';

export interface DeskHandlerParts {
  readonly desk: Desk;
  readonly watch: AgentWatch;
}
