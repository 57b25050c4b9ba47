// A child process that opens a folder, says so, and stays.
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';

const [folder = ''] = process.argv.slice(2);
void LowdbStore.open(folder).then(() => {
  process.stdout.write('open\n');
  setInterval(() => undefined, 1000);
});
