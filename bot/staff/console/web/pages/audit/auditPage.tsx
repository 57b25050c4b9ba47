// The audit log: searched, its chain verified, and any conversation replayed.
import '../../styles/records.css';
import { useRoute } from '../../app/router';
import { AuditLog } from './auditLog';
import { ReplayView } from './replayView';

export default function AuditPage() {
  const { parts } = useRoute();
  const [, second, conversationId] = parts;
  if (second === 'replay' && conversationId !== undefined) return <ReplayView conversationId={conversationId} />;
  return <AuditLog />;
}
