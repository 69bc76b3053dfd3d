#!/bin/bash
# Runs as root after the .deb is unpacked.

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'

# The sandbox's helper, always: whether people may make user namespaces cannot be asked as root, and a helper that is
# not needed does no harm.
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database /usr/share/applications || true; fi

# Ubuntu 24.04 and later let a program make user namespaces only by a profile; older AppArmor does not read it.
source='/opt/${sanitizedProductName}/resources/apparmor-profile'
target='/etc/apparmor.d/${executable}'
if command -v apparmor_parser >/dev/null && apparmor_parser --skip-kernel-load "$source" >/dev/null 2>&1; then
  cp -f "$source" "$target"
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache "$target" || true
  fi
fi
