//! The address that the server listens on.
//!
//! Takes an interface and a port; gives a socket that is bound, so that the site's address is known before it is built.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};

use crate::error::{Error, Result};

/// How many ports after the preferred one are tried before the system chooses.
const TRIES: u16 = 100;

/// Which port to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This one, or the next that is free.
    Preferred(u16),
    /// This one, or none. 0 lets the system choose.
    Exactly(u16),
}

/// A bound socket.
#[derive(Debug)]
pub struct Listener {
    socket: TcpListener,
    address: SocketAddr,
}

impl Listener {
    /// Takes a port of an interface.
    pub fn bind(interface: IpAddr, port: Port) -> Result<Self> {
        let wanted = match port {
            Port::Preferred(port) | Port::Exactly(port) => SocketAddr::new(interface, port),
        };
        let bound = match port {
            Port::Exactly(_) => TcpListener::bind(wanted),
            Port::Preferred(first) => first_free(interface, first),
        };
        let ready = bound.and_then(|socket| {
            socket.set_nonblocking(true)?;
            let address = socket.local_addr()?;
            Ok(Self { socket, address })
        });
        ready.map_err(|source| Error::Listen { address: wanted.to_string(), source })
    }

    /// What it is bound to.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address to open in a browser on this machine, with a final `/`.
    #[must_use]
    pub fn url(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => "localhost".to_owned(),
            IpAddr::V6(ip) if ip.is_unspecified() => "localhost".to_owned(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        format!("http://{ip}:{}/", self.address.port())
    }

    pub(super) fn into_std(self) -> TcpListener {
        self.socket
    }
}

fn first_free(interface: IpAddr, first: u16) -> io::Result<TcpListener> {
    for port in first..=first.saturating_add(TRIES) {
        match TcpListener::bind((interface, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            other => return other,
        }
    }
    TcpListener::bind((interface, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    #[test]
    fn a_busy_port_is_passed_over_unless_it_was_asked_for() {
        let first = Listener::bind(HERE, Port::Exactly(0)).unwrap();
        let port = first.address().port();
        assert_eq!(first.url(), format!("http://127.0.0.1:{port}/"));
        assert_ne!(Listener::bind(HERE, Port::Preferred(port)).unwrap().address().port(), port);
        let refused = Listener::bind(HERE, Port::Exactly(port)).unwrap_err().to_string();
        assert!(refused.contains(&format!("cannot listen on 127.0.0.1:{port}")), "{refused}");
    }
}
