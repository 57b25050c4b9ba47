// The menu: only what the user's roles open, in groups; with icons alone on a narrow screen.
import { Menu, type MenuProps } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../app/language';
import { addressOf, useRoute } from '../app/router';
import { useUser } from '../session/sessionContext';
import { icons } from './icons';
import { groups, placeAt, placesFor } from './places';

type Item = NonNullable<MenuProps['items']>[number];

export function SideMenu({ narrow, onGo }: { readonly narrow: boolean; readonly onGo?: () => void }) {
  const { t } = useLanguage();
  const { user } = useUser();
  const { parts } = useRoute();
  const here = placeAt(parts);
  const items = useMemo((): Item[] => {
    const open = placesFor(user.roles);
    return groups.flatMap((group): Item[] => {
      const children: Item[] = open
        .filter((place) => place.group === group)
        .map((place) => ({
          key: place.at.join('/'),
          icon: icons[place.icon],
          title: t(place.name),
          label: <a href={addressOf(place.at)}>{t(place.name)}</a>,
        }));
      if (children.length === 0) return [];
      return narrow ? children : [{ type: 'group', key: group, label: t(group), children }];
    });
  }, [user.roles, t, narrow]);
  return (
    <Menu
      mode="inline"
      className="sideMenu"
      items={items}
      selectedKeys={here === undefined ? [] : [here.at.join('/')]}
      onClick={() => onGo?.()}
    />
  );
}
