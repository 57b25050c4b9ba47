// A search field that asks when typing has paused, or at once on Enter.
import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly value: string;
  readonly placeholder: string;
  onChange(value: string): void;
}

const pauseMs = 350;

export function SearchBox({ value, placeholder, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  // A question that changed elsewhere, such as by going back, is shown here.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      className="searchBox"
      prefix={<SearchOutlined />}
      placeholder={placeholder}
      aria-label={placeholder}
      value={typed}
      allowClear
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(typed.trim())}
    />
  );
}
