# Made by `npm run docs` from the program itself; do not change it by hand.

_holdfast() {
  local current=${COMP_WORDS[COMP_CWORD]} called="" due="" many="" place=0 index word
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    if [[ $word == -* ]]; then
      due="" many=""
      case "$called $word" in
        'status --lang') due='status:--lang' ;;
        'doctor --lang') due='doctor:--lang' ;;
        'routes --lang') due='routes:--lang' ;;
        'routes --from') due='routes:--from' ;;
        'check --lang') due='check:--lang' ;;
        'check --from') due='check:--from' ;;
        'interfaces --lang') due='interfaces:--lang' ;;
        'interfaces --from') due='interfaces:--from' ;;
        'explain --lang') due='explain:--lang' ;;
        'explain --term') due='explain:--term' ;;
        'clean --lang') due='clean:--lang' ;;
        'clean --only') due='clean:--only' many=1 ;;
        'clean --digest') due='clean:--digest' ;;
        'undo --lang') due='undo:--lang' ;;
        'journal --lang') due='journal:--lang' ;;
        'timeline --lang') due='timeline:--lang' ;;
        'watch --lang') due='watch:--lang' ;;
        'guard --lang') due='guard:--lang' ;;
        'capture --lang') due='capture:--lang' ;;
        'capture --from') due='capture:--from' ;;
        'diagnose --lang') due='diagnose:--lang' ;;
        'helper --lang') due='helper:--lang' ;;
        'helper install --lang') due='helper install:--lang' ;;
        'helper install --user') due='helper install:--user' ;;
        'helper uninstall --lang') due='helper uninstall:--lang' ;;
        'helper status --lang') due='helper status:--lang' ;;
      esac
    elif [[ -n $due ]]; then
      [[ -n $many ]] || due=""
    else
      case "$called $word" in
        ' status') called='status' ;;
        ' doctor') called='doctor' ;;
        ' routes') called='routes' ;;
        ' check') called='check' ;;
        ' interfaces') called='interfaces' ;;
        ' explain') called='explain' ;;
        ' clean') called='clean' ;;
        ' undo') called='undo' ;;
        ' journal') called='journal' ;;
        ' timeline') called='timeline' ;;
        ' watch') called='watch' ;;
        ' guard') called='guard' ;;
        ' capture') called='capture' ;;
        ' diagnose') called='diagnose' ;;
        ' helper') called='helper' ;;
        'helper install') called='helper install' ;;
        'helper uninstall') called='helper uninstall' ;;
        'helper status') called='helper status' ;;
        *) place=$((place + 1)) ;;
      esac
    fi
  done
  if [[ $current == -* ]]; then
    case "$called" in
      '') mapfile -t COMPREPLY < <(compgen -W '-V --version -h --help' -- "$current") ;;
      'status') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'doctor') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'routes') mapfile -t COMPREPLY < <(compgen -W '--lang --json --explain --from -h --help' -- "$current") ;;
      'check') mapfile -t COMPREPLY < <(compgen -W '--lang --probe --json --from -h --help' -- "$current") ;;
      'interfaces') mapfile -t COMPREPLY < <(compgen -W '--lang --json --from -h --help' -- "$current") ;;
      'explain') mapfile -t COMPREPLY < <(compgen -W '--lang --json --term --terms -h --help' -- "$current") ;;
      'clean') mapfile -t COMPREPLY < <(compgen -W '--lang --dry-run --yes --only --digest --json -h --help' -- "$current") ;;
      'undo') mapfile -t COMPREPLY < <(compgen -W '--lang -h --help' -- "$current") ;;
      'journal') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'timeline') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'watch') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'guard') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'capture') mapfile -t COMPREPLY < <(compgen -W '--lang --redact --from --yes -h --help' -- "$current") ;;
      'diagnose') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'helper') mapfile -t COMPREPLY < <(compgen -W '--lang -h --help' -- "$current") ;;
      'helper install') mapfile -t COMPREPLY < <(compgen -W '--lang --user --json -h --help' -- "$current") ;;
      'helper uninstall') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
      'helper status') mapfile -t COMPREPLY < <(compgen -W '--lang --json -h --help' -- "$current") ;;
    esac
    return
  fi
  [[ -n $due ]] || due="$called:$place"
  case "$due" in
    ':0') mapfile -t COMPREPLY < <(compgen -W 'status doctor routes check interfaces explain clean undo journal timeline watch guard capture diagnose helper' -- "$current") ;;
    'status:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'doctor:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'routes:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'routes:--from') mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames ;;
    'check:0') mapfile -t COMPREPLY < <(compgen -A hostname -- "$current") ;;
    'check:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'check:--from') mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames ;;
    'interfaces:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'interfaces:--from') mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames ;;
    'explain:0') mapfile -t COMPREPLY < <(compgen -f -- "$current"); compopt -o filenames ;;
    'explain:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'explain:--term') mapfile -t COMPREPLY < <(compgen -W 'route routing-table network-namespace routing-socket interface tunnel point-to-point utun tun-tap wireguard ikev2 host-route next-hop source-address gateway gateway-pin vpn-script scoped-route cloned-route default-route prefix longest-prefix-match metric policy-rule blackhole on-link link-local private-address loopback multicast broadcast neighbour arp carrier dhcp-lease network-service configd nat split-tunnel full-tunnel kill-switch resolver search-domain split-dns dpd keepalive cstp dtls rekey session-cookie reconnect signal stale orphaned packet-filter anchor captive-portal mtu' -- "$current") ;;
    'clean:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'clean:--only') mapfile -t COMPREPLY < <(compgen -W 'gateway-pin-stale gateway-pin-foreign gateway-pin-missing default-route-stale default-route-missing split-default-stale tunnel-route-orphaned tunnel-dead client-stuck captive-network resolver-stale client-residue script-marks-left tunnels-conflict gateway-route-unreachable' -- "$current") ;;
    'undo:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'journal:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'timeline:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'watch:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'guard:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'capture:0') mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames ;;
    'capture:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'capture:--from') mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames ;;
    'diagnose:0') mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames ;;
    'diagnose:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'helper:0') mapfile -t COMPREPLY < <(compgen -W 'install uninstall status' -- "$current") ;;
    'helper:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'helper install:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'helper install:--user') mapfile -t COMPREPLY < <(compgen -u -- "$current") ;;
    'helper uninstall:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
    'helper status:--lang') mapfile -t COMPREPLY < <(compgen -W 'en zh-CN' -- "$current") ;;
  esac
}

complete -F _holdfast holdfast
