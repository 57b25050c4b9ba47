// One figure with its name, what it is compared with, and help where the name is not enough.
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly hint?: string | null;
  readonly help?: string;
}

export function Tile({ name, value, hint, help }: TileProps) {
  return (
    <div className="tile">
      <div className="tileName">
        {name}
        {help !== undefined && (
          <Tooltip title={help}>
            <button type="button" className="helpButton" aria-label={help}>
              <QuestionCircleOutlined />
            </button>
          </Tooltip>
        )}
      </div>
      <div className="tileValue number">{value}</div>
      <div className="quiet small">{hint ?? ' '}</div>
    </div>
  );
}
