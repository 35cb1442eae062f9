//! The door: which names a browser may call this server by.
//!
//! Takes the `Host` of a request; says whether to answer. A server on the loopback interface is meant for this machine; a page
//! of another site that gives its own name our address (DNS rebinding) would otherwise read the notes.

use std::net::IpAddr;

/// Who may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// Who calls this machine by its own name.
    Local,
    /// Everyone: the server was put on a network on purpose.
    Open,
}

impl Guard {
    /// The guard of a server on an interface.
    pub(super) fn new(interface: IpAddr) -> Self {
        if interface.is_loopback() { Self::Local } else { Self::Open }
    }

    /// Whether a request with this `Host` is answered.
    pub(super) fn admits(self, host: Option<&str>) -> bool {
        match (self, host) {
            (Self::Open, _) => true,
            (Self::Local, None) => false,
            (Self::Local, Some(host)) => is_local(name(host)),
        }
    }
}

/// A host without its port and brackets.
fn name(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

fn is_local(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    #[test]
    fn on_loopback_only_names_of_this_machine_come_in() {
        let guard = Guard::new(IpAddr::V4(Ipv4Addr::LOCALHOST));
        for host in ["localhost:4321", "LOCALHOST", "127.0.0.1:80", "[::1]:4321", "guide.localhost:1"] {
            assert!(guard.admits(Some(host)), "{host}");
        }
        for host in [Some("evil.example:4321"), Some("localhost.evil.example"), Some("10.0.0.1"), Some(""), None] {
            assert!(!guard.admits(host), "{host:?}");
        }
    }

    #[test]
    fn on_a_network_every_name_comes_in() {
        assert!(Guard::new(IpAddr::V6(Ipv6Addr::UNSPECIFIED)).admits(Some("studio.lan:4321")));
    }
}
