// What is known at the side of a conversation: care, suggestion, account, offers, papers, notes.
import type { DeskConversation } from '../../../../../../contract';
import { EvidenceList } from '../../../../parts/evidenceList';
import { AccountFacts } from './accountFacts';
import { CareFacts } from './careFacts';
import { Notes } from './notes';
import { OffersOnTable } from './offersOnTable';
import { Suggestion } from './suggestion';

interface FactsPanelProps {
  readonly data: DeskConversation;
  readonly mine: boolean;
  onSent(): void;
  onNote(): void;
}

export function FactsPanel({ data, mine, onSent, onNote }: FactsPanelProps) {
  return (
    <>
      <CareFacts data={data} />
      <Suggestion data={data} mine={mine} />
      <AccountFacts data={data} />
      {!data.atRisk && <OffersOnTable data={data} mine={mine} onSent={onSent} />}
      <EvidenceList caseNumber={data.item.caseNumber} />
      <Notes data={data} onAdded={onNote} />
    </>
  );
}
