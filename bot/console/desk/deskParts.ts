// What the desk's handlers are made with.
import type { AgentWatch } from '../../handoff/agentWatch';
import type { Desk } from '../../handoff/desk';

export interface DeskHandlerParts {
  readonly desk: Desk;
  readonly watch: AgentWatch;
}
